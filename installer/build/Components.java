import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The bill of materials (CycloneDX): what Maven knows, less what is not packaged, and the Java runtime. */
final class Components {
    private static final String SPACE = "http://cyclonedx.org/schema/bom/1.6";

    private final Document document;
    private final List<Component> all = new ArrayList<>();

    /**
     * One packaged library.
     *
     * @param licences SPDX identifiers or, where a library gives none, the name that it uses
     */
    record Component(String name, String version, List<String> licences, Path jar) {}

    private Components(Document document) {
        this.document = document;
    }

    static Components read(Plan plan) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Components components =
                new Components(factory.newDocumentBuilder().parse(plan.components().toFile()));
        components.sort(plan);
        components.addRuntime();
        return components;
    }

    List<Component> all() {
        return all;
    }

    private void sort(Plan plan) throws IOException {
        Element list = child(document.getDocumentElement(), "components");
        List<String> seen = new ArrayList<>();
        for (Element element : children(list, "component")) {
            String name = text(element, "name");
            String version = text(element, "version");
            Path jar = plan.input().resolve(name + "-" + version + ".jar");
            if (name.startsWith("javafx-")) {
                jar = plan.built().resolve("javafx").resolve(name + "-" + version + ".jar");
            }
            // A module of JavaFX is listed twice, once without its platform.
            boolean packaged = Files.exists(jar) && !seen.contains(name);
            if (packaged) {
                seen.add(name);
                all.add(new Component(name, version, licences(element), jar));
            } else {
                list.removeChild(element);
            }
        }
    }

    private static List<String> licences(Element component) {
        List<String> found = new ArrayList<>();
        for (Element licences : children(component, "licenses")) {
            for (Element licence : children(licences, "license")) {
                String id = text(licence, "id");
                found.add(id.isEmpty() ? text(licence, "name") : id);
            }
            children(licences, "expression").forEach(e -> found.add(e.getTextContent()));
        }
        return found;
    }

    private void addRuntime() {
        Element runtime = document.createElementNS(SPACE, "component");
        runtime.setAttribute("type", "platform");
        runtime.setAttribute("bom-ref", "java-runtime");
        add(runtime, "supplier", "").appendChild(element("name", System.getProperty("java.vendor")));
        add(runtime, "name", "OpenJDK runtime, linked");
        add(runtime, "version", System.getProperty("java.runtime.version"));
        Element licence = add(add(runtime, "licenses", ""), "license", "");
        add(licence, "id", "GPL-2.0-with-classpath-exception");
        child(document.getDocumentElement(), "components").appendChild(runtime);
    }

    void write(Path file) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        transformer.transform(new DOMSource(document), new StreamResult(file.toFile()));
    }

    private Element element(String name, String text) {
        Element element = document.createElementNS(SPACE, name);
        element.setTextContent(text);
        return element;
    }

    private Element add(Element parent, String name, String text) {
        Element element = element(name, text);
        parent.appendChild(element);
        return element;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).getFirst();
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }
}

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Brings classes that were compiled for Java 5 into the form of Java 8: the start-up cache takes none that the Java
 * runtime has to verify in the old way.
 */
final class OldClasses {
    private OldClasses() {}

    /** A copy of a jar whose classes do the same. */
    static void renew(Path jar, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(target);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            ClassFile classes = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(hierarchy(zip)));
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setLastModifiedTime(FileTime.from(Trees.TIME));
                copy.putNextEntry(same);
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                copy.write(entry.getName().endsWith(".class") ? renewed(classes, bytes) : bytes);
                copy.closeEntry();
            }
        }
    }

    private static byte[] renewed(ClassFile classes, byte[] bytes) {
        ClassModel model = classes.parse(bytes);
        if (model.majorVersion() >= ClassFile.JAVA_8_VERSION) {
            return bytes;
        }
        // Methods are written as they come up, and get the new tables only if the version is known by then.
        return classes.transformClass(
                model,
                ((ClassTransform) (builder, element) -> {
                            if (element instanceof ClassFileVersion) {
                                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                            } else {
                                builder.with(element);
                            }
                        })
                        // Each instruction is taken up singly: methods copied whole would keep what they have.
                        .andThen(ClassTransform.transformingMethodBodies(
                                (code, instruction) -> code.with(instruction))));
    }

    private static ClassHierarchyResolver hierarchy(ZipFile zip) {
        return ClassHierarchyResolver.ofResourceParsing(type -> {
                    String descriptor = type.descriptorString();
                    ZipEntry entry =
                            zip.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
                    try {
                        return entry == null ? null : zip.getInputStream(entry);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
    }
}

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the icon of a platform out of the pictures in all sizes: both formats are but containers of them. */
final class Icons {
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    /** How Apple calls the sizes. */
    private static final Map<Integer, String> KINDS =
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");

    private final Plan plan;

    Icons(Plan plan) {
        this.plan = plan;
    }

    /** The picture of one size. */
    Path picture(int size) {
        return plan.root().resolve("assets").resolve("icons").resolve("alphaforge-" + size + ".png");
    }

    /** The icon as the tools of this platform want it. */
    Path icon() throws IOException {
        Path folder = Files.createDirectories(plan.work().resolve("icon"));
        return switch (plan.platform()) {
            case LINUX -> picture(512);
            case WINDOWS -> Files.write(folder.resolve("alphaforge.ico"), windows());
            case MACOS -> Files.write(folder.resolve("alphaforge.icns"), macos());
        };
    }

    private byte[] windows() throws IOException {
        List<Integer> sizes = SIZES.stream().filter(size -> size <= 256).toList();
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * sizes.size()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (int size : sizes) {
            byte[] picture = Files.readAllBytes(picture(size));
            // A side of 256 pixels is written as 0.
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(picture.length).putInt(head.capacity() + pictures.size());
            pictures.write(picture);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    private byte[] macos() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(pictures);
        for (int size : SIZES) {
            String kind = KINDS.get(size);
            if (kind != null) {
                byte[] picture = Files.readAllBytes(picture(size));
                body.writeBytes(kind);
                body.writeInt(picture.length + 8);
                body.write(picture);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(all);
        file.writeBytes("icns");
        file.writeInt(pictures.size() + 8);
        pictures.writeTo(file);
        return all.toByteArray();
    }
}

package comity.web.shell;

import comity.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// The style sheet, the scripts and the picture of the pages. Each is served under a name that holds its digest, so a
/// browser may keep it for ever, and is compressed once, at start.
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final List<String> NAMES =
            List.of("comity.css", "desk.js", "files.js", "form.js", "passkey.js", "session.js", "tus.js", "mark.svg");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> byAddress = new HashMap<>();

    /// One file, plain and compressed.
    @SuppressWarnings("ArrayRecordComponent")
    public record Asset(String type, byte[] plain, byte[] compressed) {}

    public Assets() {
        for (String name : NAMES) {
            byte[] plain = read(name);
            int dot = name.lastIndexOf('.');
            String address = "/assets/" + name.substring(0, dot) + "-"
                    + Sha256.hex(plain).substring(0, 12) + name.substring(dot);
            addresses.put(name, address);
            String type = TYPES.getOrDefault(name.substring(dot + 1), "application/octet-stream");
            byAddress.put(address, new Asset(type, plain, compressed(plain)));
        }
    }

    /// Where a file is served, by its plain name.
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No asset is called " + name);
        }
        return address;
    }

    public Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/comity/web/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The asset " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the asset " + name, e);
        }
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compress in memory", e);
        }
        return bytes.toByteArray();
    }
}

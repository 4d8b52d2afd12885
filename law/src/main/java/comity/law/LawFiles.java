package comity.law;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Opens the JSON files beside the classes, and books of law that came from elsewhere.
public final class LawFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LawFiles() {}

    /// Reads a whole file into one thing, and refuses the file when a field was left over.
    public static <T> T read(String name, Function<LawField, T> reading) {
        return read(name, bytes(name), reading);
    }

    /// The bytes of a file beside the classes.
    ///
    /// @throws BrokenLawFile when there is none
    public static byte[] bytes(String name) {
        try (@Nullable InputStream bytes = LawFiles.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new BrokenLawFile(name, "empty", "", "does not exist");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new BrokenLawFile(name, "empty", "", "cannot be read", e);
        }
    }

    /// Reads bytes that came from elsewhere, as strictly as our own files. The whole object carries an `about`.
    ///
    /// @param name what complaints call the file
    public static <T> T read(String name, byte[] bytes, Function<LawField, T> reading) {
        LawField whole = parse(name, bytes);
        whole.at("about").textByLanguage();
        T result = reading.apply(whole);
        whole.refuseUnread();
        return result;
    }

    private static LawField parse(String name, byte[] bytes) {
        try {
            return new LawField(name, "", JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new BrokenLawFile(name, "not-json", e.getOriginalMessage(), "is not JSON", e);
        }
    }
}

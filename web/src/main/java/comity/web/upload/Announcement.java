package comity.web.upload;

import comity.kernel.Complaint;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is said of a file before it comes.
///
/// @param name as the exhibit shall have it
/// @param sha256 of all its bytes, in hex
/// @param bytes its length
public record Announcement(String name, String sha256, long bytes) {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_METADATA = 8_000;

    /// What the header fields of a call say, or all that is wrong with them.
    sealed interface Read {
        record Good(Announcement announcement) implements Read {}

        record Wrong(List<Complaint> complaints) implements Read {}
    }

    /// @param length the field `Upload-Length`
    /// @param metadata the field `Upload-Metadata`: names, each with its value in base64
    static Read read(@Nullable String length, @Nullable String metadata) {
        Map<String, String> said = metadata(metadata);
        Optional<String> name = text(said.get("filename")).filter(given -> !given.isBlank());
        Optional<String> sha256 = text(said.get("sha256"))
                .map(given -> given.strip().toLowerCase(Locale.ROOT))
                .filter(given -> DIGEST.matcher(given).matches());
        boolean measured = length != null && LENGTH.matcher(length).matches();
        if (name.isPresent() && sha256.isPresent() && measured) {
            return new Read.Good(new Announcement(name.get(), sha256.get(), Long.parseLong(length)));
        }
        List<Complaint> complaints = new ArrayList<>();
        if (!measured) {
            complaints.add(Complaint.blocks("/Upload-Length", length == null ? "missing" : "not-a-number"));
        }
        if (name.isEmpty()) {
            complaints.add(Complaint.blocks("/filename", said.containsKey("filename") ? "not-a-text" : "missing"));
        }
        if (sha256.isEmpty()) {
            complaints.add(Complaint.blocks("/sha256", said.containsKey("sha256") ? "not-a-sha256" : "missing"));
        }
        return new Read.Wrong(complaints);
    }

    private static Map<String, String> metadata(@Nullable String header) {
        Map<String, String> said = new HashMap<>();
        if (header != null && header.length() <= LONGEST_METADATA) {
            for (String pair : header.split(",")) {
                String[] both = pair.strip().split(" ", 2);
                said.putIfAbsent(both[0], both.length == 2 ? both[1].strip() : "");
            }
        }
        return said;
    }

    private static Optional<String> text(@Nullable String base64) {
        if (base64 == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

package comity.vault.transfer;

import comity.evidence.paper.Seal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a sender answers to those who may pull a payload: which bytes, under which header fields. Whoever stands in
/// front of it has asked who comes, and writes the bytes.
public final class PayloadDoor {
    private final String tag;
    private final long length;

    public PayloadDoor(Seal seal) {
        this.tag = "\"" + seal.root().hex() + "\"";
        this.length = seal.payload().fileLength();
    }

    /// An answer.
    ///
    /// @param range which bytes of the payload to write; empty for none
    public record Answer(int status, Map<String, String> fields, Optional<ByteRange> range) {
        public Answer {
            fields = Map.copyOf(fields);
        }
    }

    /// @param range the header field `Range`, when there is one
    /// @param ifMatch the header field `If-Match`, when there is one
    public Answer answer(Optional<String> range, Optional<String> ifMatch) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("accept-ranges", "bytes");
        fields.put("etag", tag);
        if (ifMatch.isPresent() && !ifMatch.get().equals(tag) && !ifMatch.get().equals("*")) {
            return new Answer(412, fields, Optional.empty());
        }
        if (range.isEmpty()) {
            fields.put("content-length", Long.toString(length));
            return new Answer(200, fields, Optional.of(new ByteRange(0, length)));
        }
        Optional<ByteRange> wanted = ByteRange.of(range.get(), length);
        if (wanted.isEmpty()) {
            fields.put("content-range", "bytes */" + length);
            return new Answer(416, fields, Optional.empty());
        }
        fields.put("content-length", Long.toString(wanted.get().length()));
        fields.put(
                "content-range",
                "bytes " + wanted.get().from() + "-" + (wanted.get().to() - 1) + "/" + length);
        return new Answer(206, fields, wanted);
    }
}

package comity.vault.picture;

import comity.kernel.Utf8;
import comity.papers.Paper;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The record for machines: each entry with its own bytes, so that whoever has the file can work out
/// every digest and follow every chain without this program.
final class CustodyFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VERSION = 1;

    private CustodyFile() {}

    /// The file. When it would be too large to travel in a document, it has the digests of the entries
    /// without their bytes, and says so.
    static byte[] of(CustodyPicture picture, Instant written) {
        byte[] whole = write(picture, written, true);
        return whole.length <= Paper.LARGEST_ATTACHMENT ? whole : write(picture, written, false);
    }

    private static byte[] write(CustodyPicture picture, Instant written, boolean whole) {
        Subject subject = picture.subject();
        ObjectNode file = JSON.createObjectNode();
        file.put("v", VERSION);
        file.put("exhibit", subject.exhibit().toString());
        file.put("title", subject.title());
        file.put("size", subject.size());
        file.put("written", written.toString());
        file.put("language", picture.language().tag());
        file.put("zone", picture.times().name());
        Facts facts = picture.facts();
        file.put("finding", facts.finding().code());
        facts.files().ifPresent(files -> file.put("files", files));
        facts.bytes().ifPresent(bytes -> file.put("bytes", bytes));
        file.put("withBytes", whole);
        ArrayNode entries = file.putArray("entries");
        for (Mark mark : picture.marks()) {
            ObjectNode entry = entries.addObject();
            entry.put("row", mark.number());
            entry.put("sha256", mark.event().digest());
            mark.leaf().ifPresent(leaf -> entry.put("leaf", leaf));
            entry.put("told", mark.told());
            entry.put("gapBefore", mark.gap());
            entry.put("fault", mark.fault());
            if (whole) {
                entry.put("event", Utf8.text(mark.event().bytes()));
            }
        }
        return JSON.writeValueAsBytes(file);
    }
}

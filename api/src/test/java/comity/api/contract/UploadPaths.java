package comity.api.contract;

import static comity.api.contract.Schemas.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The calls of tus 1.0, by which files come in. They carry bytes and header fields, no records.
final class UploadPaths {
    static final int OPERATIONS = 5;

    private static final Map<String, Object> LENGTH =
            field("Upload-Length", true, "How many bytes the file has.", "integer");
    private static final Map<String, Object> OFFSET =
            field("Upload-Offset", true, "Where the piece begins: as many bytes as are here.", "integer");
    private static final Map<String, Object> METADATA = field(
            "Upload-Metadata",
            true,
            "`filename` and `sha256`, each with its value in base64; the digest is written in hex before that.",
            "string");
    private static final Map<String, Object> CHECKSUM =
            field("Upload-Checksum", false, "`sha256`, a space, and the digest of this piece in base64.", "string");

    private UploadPaths() {}

    static void into(Map<String, Object> uploads, Map<String, Object> upload) {
        uploads.put("options", call("askUploads", "What of tus 1.0 is offered here.", List.of(), "204"));
        uploads.put(
                "post",
                call(
                        "beginUpload",
                        "Requested State: begins to bring a file. Its address is in `Location`.",
                        List.of(LENGTH, METADATA),
                        "201"));
        upload.put("head", call("askUpload", "How much of the file is here, in `Upload-Offset`.", List.of(), "204"));
        Map<String, Object> patch = call(
                "bringPiece",
                "Brings a piece of the file. The last one hands the file over; one that is not what was announced is"
                        + " refused, and nothing is kept.",
                List.of(OFFSET, CHECKSUM),
                "204");
        patch.put(
                "requestBody",
                ordered(
                        "required",
                        true,
                        "content",
                        ordered(
                                "application/offset+octet-stream",
                                ordered("schema", ordered("type", "string", "format", "binary")))));
        upload.put("patch", patch);
        upload.put("delete", call("giveUploadUp", "Gives the upload up.", List.of(), "204"));
    }

    private static Map<String, Object> call(String id, String text, List<Map<String, Object>> fields, String good) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        parameters.add(field("Tus-Resumable", !id.equals("askUploads"), "`1.0.0`.", "string"));
        parameters.addAll(fields);
        return ordered(
                "operationId",
                id,
                "tags",
                List.of("exhibits"),
                "summary",
                text.replaceFirst("(?<=[.!?])\\s.*", ""),
                "description",
                text + " See https://tus.io/protocols/resumable-upload.",
                "parameters",
                parameters,
                "responses",
                ordered(good, ordered("description", "It is done."), "4XX", problem(), "5XX", problem()));
    }

    private static Map<String, Object> problem() {
        return ordered("$ref", "#/components/responses/Problem");
    }

    private static Map<String, Object> field(String name, boolean required, String meaning, String type) {
        return ordered(
                "name",
                name,
                "in",
                "header",
                "required",
                required,
                "description",
                meaning,
                "schema",
                ordered("type", type));
    }
}

package comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.note.NoteFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What `docs/protocol/ledger.md` shows is what the vectors hold and the code says.
class ProtocolDocumentTest {
    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("comity.root"), "docs/protocol/ledger.md"));
    }

    @Test
    void shows_a_genuine_checkpoint_with_its_key() throws IOException {
        Vector genuine = Vector.named("note", "genuine");

        assertThat(document()).contains(Utf8.text(genuine.body()), "\n" + genuine.text("key") + "\n");
    }

    @Test
    void shows_an_opening_that_opens() throws IOException {
        Vector event = Vector.named("commitment", "event");

        assertThat(document())
                .contains(
                        "salt        " + event.text("salt"),
                        "event       " + Utf8.text(event.bytes("event")),
                        "commitment  " + event.text("commitment"));
    }

    @Test
    void names_every_reason_for_a_refusal() throws IOException {
        assertThat(document())
                .contains(Arrays.stream(NoteFault.values())
                        .map(fault -> "| `" + fault.code() + "` |")
                        .toList());
    }
}

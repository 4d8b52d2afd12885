package comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.cosigning.AskFault;
import comity.ledger.note.CosignatureFault;
import comity.ledger.note.NoteFault;
import comity.ledger.policy.PolicyFault;
import comity.ledger.proof.ProofFault;
import comity.ledger.proof.ProofVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What `docs/protocol/ledger.md` shows is what the vectors hold and the code says.
class ProtocolDocumentTest {
    private static String document() throws IOException {
        return document("ledger.md");
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("comity.root"), "docs/protocol", name));
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

    @Test
    void names_every_word_of_a_proof_file() throws IOException {
        assertThat(document())
                .contains(Arrays.stream(ProofFault.values())
                        .map(fault -> "| `" + fault.code() + "` |")
                        .toList())
                .contains("`" + new ProofVerdict.NothingToProve().code() + "`");
    }

    @Test
    void shows_a_cosigned_checkpoint() throws IOException {
        assertThat(document("cosigning.md"))
                .contains(Utf8.text(Vector.named("note", "cosigned").body()));
    }

    @Test
    void names_every_reason_of_cosigners_policies_and_asks() throws IOException {
        String cosigning = document("cosigning.md");

        assertThat(cosigning)
                .contains(Arrays.stream(CosignatureFault.values())
                        .map(fault -> "| `" + fault.code() + "` |")
                        .toList())
                .contains(Arrays.stream(PolicyFault.values())
                        .map(fault -> "| `" + fault.code() + "` |")
                        .toList())
                .contains(Arrays.stream(AskFault.values())
                        .map(fault -> "`" + fault.code() + "`")
                        .toList());
    }
}

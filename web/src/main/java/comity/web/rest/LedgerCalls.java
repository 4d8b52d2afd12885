package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.ledger.Checkpoint;
import comity.api.ledger.ConsistencyProof;
import comity.api.ledger.InclusionProof;
import comity.kernel.transaction.Transactions;
import comity.ledger.Hash;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LeafRecord;
import comity.ledger.journal.PublishedHead;
import comity.ledger.note.SignedCheckpoint;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The published head of the ledger and its proofs. They carry no case data, so anyone may ask; what is
/// not published yet is told to nobody.
@RestController
public class LedgerCalls {
    private final Journal journal;
    private final PublishedHead published;
    private final Transactions transactions;

    public LedgerCalls(Journal journal, PublishedHead published, Transactions transactions) {
        this.journal = journal;
        this.published = published;
        this.transactions = transactions;
    }

    @GetMapping(Paths.CHECKPOINT)
    ResponseEntity<byte[]> checkpoint(Call call) {
        return Answers.of(call, told(published.checkpoint()));
    }

    Checkpoint told(SignedCheckpoint signed) {
        var checkpoint = signed.checkpoint();
        return new Checkpoint(
                checkpoint.origin(),
                checkpoint.size(),
                base64(checkpoint.root()),
                signed.text(),
                journal.verifier().text());
    }

    @GetMapping(Paths.INCLUSION)
    ResponseEntity<byte[]> inclusion(Call call, @PathVariable String index) {
        SignedCheckpoint signed = published.checkpoint();
        long latest = signed.checkpoint().size();
        long size = call.query("size").map(text -> queried("size", text)).orElse(latest);
        if (size > latest) {
            throw Call.wrongQuery("size", "sizes-wrong", Map.of("latest", Long.toString(latest)));
        }
        long leaf = number(index);
        if (leaf >= size) {
            throw ApiProblem.of(404, "not-found");
        }
        // Only the commitment is told: what kind of event it was is nobody else's business.
        return Answers.of(call, transactions.read(tx -> {
            LeafRecord record = journal.leaf(tx, leaf).orElseThrow(() -> ApiProblem.of(404, "not-found"));
            var proof = journal.inclusion(tx, leaf, size);
            return new InclusionProof(leaf, size, record.commitment(), base64(proof.path()), signed.text());
        }));
    }

    @GetMapping(Paths.CONSISTENCY)
    ResponseEntity<byte[]> consistency(Call call) {
        long latest = published.checkpoint().checkpoint().size();
        long to = call.query("to").map(text -> queried("to", text)).orElse(latest);
        long from = queried("from", call.query("from").orElse(""));
        if (from > to || to > latest) {
            throw Call.wrongQuery("from", "sizes-wrong", Map.of("latest", Long.toString(latest)));
        }
        return Answers.of(call, transactions.read(tx -> {
            var proof = journal.consistency(tx, from, to);
            return new ConsistencyProof(from, to, base64(proof.path()));
        }));
    }

    private static long queried(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Call.wrongQuery(name, "not-a-number", Map.of());
        }
        return Long.parseLong(text);
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ApiProblem.of(404, "not-found");
        }
        return Long.parseLong(text);
    }

    private static List<String> base64(List<Hash> path) {
        return path.stream().map(LedgerCalls::base64).toList();
    }

    private static String base64(Hash hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }
}

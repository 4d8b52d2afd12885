package comity.federation.certainty;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.federation.cosigning.CosignerPolicy;
import comity.kernel.Sha256;
import comity.kernel.call.BoundedCall;
import comity.ledger.policy.Policy;
import comity.ledger.proof.ProofFile;
import comity.ledger.proof.ProofRefused;
import comity.ledger.proof.ProofVerdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Whether the edition of the directory that this node goes by is in the registry's ledger, and others
/// have signed that ledger. The registry's signature alone would let it show each State another list; a
/// tree that others have signed is the same for all.
public final class ListProof implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ListProof.class.getName());
    private static final BoundedCall CALL = new BoundedCall(Duration.ofSeconds(10), ProofFile.LARGEST);

    private final Directory directory;
    private final CosignerPolicy policy;
    private final URI list;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile Standing standing = new Standing(ListVersion.NONE.number(), Word.NOT_PROVED);

    /// What is known of the edition that this node goes by.
    public enum Word {
        /// Nothing is known yet, or the registry does not answer.
        NOT_PROVED("list-not-proved"),
        /// It is in the registry's ledger, and enough others have signed it.
        PROVED("list-proved"),
        /// The registry's ledger has another edition of this number.
        ANOTHER("list-another");

        private final String code;

        Word(String code) {
            this.code = code;
        }

        /// The stable word in answers and texts.
        public String code() {
            return code;
        }
    }

    private record Standing(long number, Word word) {}

    /// @param list where the registry serves the newest edition
    public ListProof(Directory directory, CosignerPolicy policy, URI list, Clock clock) {
        this.directory = directory;
        this.policy = policy;
        this.list = list;
        this.clock = clock;
    }

    /// What is known of the edition in force.
    public Word word() {
        Standing known = standing;
        return known.number == directory.version().number() ? known.word : Word.NOT_PROVED;
    }

    /// Asks the registry for the proof, unless there is one already.
    public void round() {
        ListVersion version = directory.version();
        Optional<Policy> wanted = directory.registry().flatMap(policy::of);
        if (wanted.isEmpty() || word() == Word.PROVED) {
            return;
        }
        try {
            Word word = judged(version, wanted.get());
            if (word == Word.ANOTHER && word() != Word.ANOTHER) {
                LOG.log(System.Logger.Level.ERROR, "The registry''s ledger has another edition {0}", version.number());
            }
            standing = new Standing(version.number(), word);
        } catch (IOException _) {
            // It is asked again, and until then nothing is proved.
            standing = new Standing(version.number(), Word.NOT_PROVED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Word judged(ListVersion version, Policy wanted) throws IOException, InterruptedException {
        URI address = URI.create(list + "/" + version.number() + ProofFile.EXTENSION);
        HttpResponse<byte[]> answer =
                CALL.send(http, HttpRequest.newBuilder(address).GET().build());
        if (answer.statusCode() != 200) {
            return Word.NOT_PROVED;
        }
        try {
            ProofFile proof = ProofFile.parse(answer.body());
            if (!(proof.judge(wanted, clock.instant()) instanceof ProofVerdict.Proved)) {
                return Word.NOT_PROVED;
            }
            boolean same = proof.opening()
                    .filter(opening -> Sha256.hex(opening.event()).equals(version.digest()))
                    .isPresent();
            return same ? Word.PROVED : Word.ANOTHER;
        } catch (ProofRefused e) {
            return Word.NOT_PROVED;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

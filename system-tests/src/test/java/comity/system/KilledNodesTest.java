package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Nodes are killed, not stopped, while requests flow: nothing is lost, nothing is doubled, both ledgers agree.
class KilledNodesTest {
    private static final int KILLS = 6;

    @Test
    void lose_nothing_double_nothing_and_agree_afterwards() throws Exception {
        try (RunningDemo demo = RunningDemo.empty()) {
            ApiCalls arvenia = ApiCalls.as(demo.node("XA"), "duty-officer");
            ApiCalls belmora = ApiCalls.as(demo.node("XB"), "duty-officer");
            ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
            AtomicBoolean enough = new AtomicBoolean();
            Thread sender = Thread.ofVirtual().start(() -> sendUntil(enough, arvenia, sent));

            for (int kill = 0; kill < KILLS; kill++) {
                // The pause is drawn anew each time, so that the blow falls at another station.
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(200, 1500));
                String state = kill % 2 == 0 ? "XB" : "XA";
                demo.kill(state);
                demo.awaitAnswering(state);
            }
            enough.set(true);
            sender.join();

            assertThat(sent).isNotEmpty();
            for (String reference : sent) {
                belmora.awaitAct(reference, "acknowledge");
            }
            assertThat(digests(arvenia, sent)).isEqualTo(digests(belmora, sent));
            assertThat(references(belmora)).hasSize(new TreeSet<>(references(belmora)).size());
        }
    }

    private static void sendUntil(AtomicBoolean enough, ApiCalls arvenia, ConcurrentLinkedQueue<String> sent) {
        while (!enough.get()) {
            try {
                sent.add(arvenia.sendExample("XB", Examples.ward9()));
            } catch (AssertionError | RuntimeException e) {
                // Our own node is down: an officer would wait a moment and try again.
                ApiCalls.pause();
            }
        }
    }

    private static Map<String, Set<String>> digests(ApiCalls person, Iterable<String> references) {
        Map<String, Set<String>> digests = new TreeMap<>();
        for (String reference : references) {
            Set<String> found = new TreeSet<>();
            for (JsonNode letter :
                    person.get("/api/v1/requests/" + reference + "/letters").path("letters")) {
                found.add(letter.path("id").asString() + " "
                        + letter.path("digest").asString());
            }
            digests.put(reference, found);
        }
        return digests;
    }

    private static List<String> references(ApiCalls person) {
        List<String> references = new ArrayList<>();
        for (JsonNode request : person.get("/api/v1/requests?limit=200").path("requests")) {
            references.add(request.path("reference").asString());
        }
        return references;
    }
}

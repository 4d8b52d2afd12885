package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Both nodes are killed, not stopped, while requests flow, with the work held at each of the nine stations
/// in turn: one request stands at a station of the asking node, another at one of the answering node, and
/// then the power goes.
///
/// A node is held by a lock on the table that it must write to at that station, so each blow falls where it should and
/// not where chance has it.
class KilledNodesTest {
    private RunningDemo demo;
    private ApiCalls arvenia;
    private ApiCalls belmora;
    private final List<String> sent = new ArrayList<>();

    @BeforeEach
    void people() {
        demo = SharedDemo.get();
        arvenia = ApiCalls.as(demo.node("XA"), "duty-officer");
        belmora = ApiCalls.as(demo.node("XB"), "duty-officer");
    }

    @Test
    void lose_nothing_double_nothing_and_agree_afterwards() throws InterruptedException {
        // 1 the form: the call is here, nothing is written. At the other house: the area writes its request.
        killBothAt("web.wish", "requests.preservation");
        // 2, 3, 4 the act, may we, the move: all is decided, the new state is about to be written. The other house (8)
        // has read a letter and is about to take it.
        killBothAt("requests.preservation", "federation.letter_in");
        // 5 one transaction: state and letter are written, the leaf is about to be, on both sides.
        killBothAt("ledger.leaf", "ledger.leaf");
        // 6 into the tree: the leaf is written, the signed head is about to be, on both sides.
        killBothAt("ledger.head", "ledger.head");
        // 7 the courier: sealed, not kept; and at the other house the receipt is made, not kept.
        killBothAt("federation.signed", "federation.signed");
        // 7 the courier: the receipt has come, and is not kept. 9 the bell: rung a moment ago.
        killAfterTheBell();

        for (String reference : sent) {
            belmora.awaitAct(reference, "acknowledge");
            arvenia.awaitReceipts(reference);
            assertThat(arvenia.letters(reference))
                    .isEqualTo(belmora.letters(reference))
                    .hasSize(1);
            assertThat(arvenia.placesGivenInReceipts(reference)).isEqualTo(belmora.placesOfWhatCame(reference));
        }
        List<String> known = belmora.references();
        assertThat(known).hasSize(new TreeSet<>(known).size()).containsAll(sent);
    }

    private void killBothAt(String tableOfArvenia, String tableOfBelmora) throws InterruptedException {
        sendOneThrough();
        try (NodeDatabase.Hold there = NodeDatabase.of(demo, "XB").hold(tableOfBelmora)) {
            sent.add(arvenia.sendExample("XB", Examples.ward9()));
            there.awaitNode();
            ApiCalls.Draft draft = arvenia.draft("XB", Examples.ward9());
            sent.add(draft.reference());
            try (NodeDatabase.Hold here = NodeDatabase.of(demo, "XA").hold(tableOfArvenia)) {
                Thread officer = Thread.ofVirtual().start(() -> arvenia.trySend(draft));
                here.awaitNode();
                killBoth();
                officer.join();
            }
            comeBack();
            // An officer whose node went away looks how the request stands, and sends it when it is still a draft.
            if (arvenia.state(draft.reference()).equals("drafted")) {
                assertThat(arvenia.trySend(draft)).isTrue();
            }
        }
    }

    private void killAfterTheBell() {
        sendOneThrough();
        try (NodeDatabase.Hold here = NodeDatabase.of(demo, "XA").hold("federation.evidence")) {
            String reference = arvenia.sendExample("XB", Examples.ward9());
            sent.add(reference);
            here.awaitNode();
            ApiCalls.await(
                    "that the bell is rung",
                    () -> demo.node("XB").logText().contains("station 9 the-bell " + reference));
            killBoth();
        }
        comeBack();
    }

    /// After a silence the courier tries one envelope at a time; a first receipt opens the way for all.
    private void sendOneThrough() {
        sent.add(arvenia.sendExample("XB", Examples.ward9()));
        arvenia.awaitReceipts(sent.getLast());
    }

    private void killBoth() {
        demo.kill("XA");
        demo.kill("XB");
    }

    private void comeBack() {
        demo.awaitAnswering("XA");
        demo.awaitAnswering("XB");
        // What the killed courier had on its way is tried again when its lease is over; nobody waits two minutes here.
        NodeDatabase.of(demo, "XA").run("update federation.waiting set leased_until = now()");
    }
}

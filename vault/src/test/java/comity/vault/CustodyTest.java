package comity.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.ExhibitReference;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.vault.Custody.Entry;
import comity.vault.CustodyEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The chain of an exhibit shows what was left out and what was altered.
final class CustodyTest {
    private static final StateCode XA = new StateCode("XA");
    private static final StateCode XB = new StateCode("XB");
    private static final ExhibitReference EXHIBIT = ExhibitReference.next(XB, 2027, 43);
    private static final Instant START = Instant.parse("2027-03-13T02:31:00Z");

    private final List<CustodyEvent> events = new ArrayList<>();

    private CustodyTest() {
        add(XB, Kind.COLLECTED, Map.of());
        add(XB, Kind.SEALED, Map.of("files", "2", "bytes", "493"));
        add(XB, Kind.OFFERED, Map.of());
        add(XA, Kind.RECEIVED, Map.of(CustodyEvent.RESULT, CustodyEvent.MATCH));
        add(XA, Kind.OPENED, Map.of("reason", "first look"));
    }

    private void add(StateCode state, Kind kind, Map<String, String> details) {
        List<CustodyEvent> chain = custody().chainOf(state);
        events.add(new CustodyEvent(
                EXHIBIT,
                chain.size() + 1,
                START.plusSeconds(60L * events.size()),
                kind,
                state,
                Hand.AUTHORITY,
                "central-authority",
                "node." + state.code() + ".example",
                "XA.PRS.2027.000318",
                details,
                chain.isEmpty() ? "" : chain.getLast().digest()));
    }

    private Custody custody() {
        return new Custody(events.stream()
                .map(event ->
                        new Entry(event, OptionalLong.empty(), !event.state().equals(XB)))
                .toList());
    }

    @Test
    void aWholeChainIsWhole() {
        assertThat(custody().isWhole()).isTrue();
        assertThat(custody().states()).containsExactly(XB, XA);
        assertThat(custody().lastOf(XA)).contains(events.get(4));
    }

    @Test
    void anEventLeftOutIsSeenAtTheNextOne() {
        CustodyEvent last = events.get(2);
        events.remove(1);

        assertThat(custody().breaks()).containsExactly(last);
        assertThat(custody().isWhole()).isFalse();
    }

    @Test
    void anAlteredEventIsSeenAtTheNextOne() {
        CustodyEvent first = events.getFirst();
        CustodyEvent next = events.get(1);
        events.set(
                0,
                new CustodyEvent(
                        first.exhibit(),
                        1,
                        first.at().plusSeconds(1),
                        first.kind(),
                        XB,
                        Hand.AUTHORITY,
                        first.role(),
                        first.place(),
                        first.reason(),
                        first.details(),
                        ""));

        assertThat(custody().breaks()).containsExactly(next);
    }

    @Test
    void whatDidNotMatchIsNotWholeThoughTheChainIs() {
        add(XA, Kind.EXAMINED, Map.of(CustodyEvent.RESULT, "part-changed"));

        assertThat(custody().breaks()).isEmpty();
        assertThat(custody().isWhole()).isFalse();
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        for (CustodyEvent event : events) {
            assertThat(CustodyText.read(event.bytes())).isEqualTo(event);
        }
    }

    @Test
    void theBytesOfAnEventAreThoseOfTheSpecification() {
        assertThat(new String(events.getFirst().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2027-03-13T02:31:00Z\",\"details\":{},\"event\":\"collected\","
                        + "\"exhibit\":\"" + EXHIBIT + "\",\"hand\":\"authority\",\"number\":1,"
                        + "\"place\":\"node.XB.example\",\"previous\":\"\",\"reason\":\"XA.PRS.2027.000318\","
                        + "\"role\":\"central-authority\",\"state\":\"XB\",\"v\":1}");
    }

    @Test
    void otherBytesOfTheSameEventAreRefused() {
        String text = new String(events.getFirst().bytes(), StandardCharsets.UTF_8);
        for (String other : List.of(
                text + " ",
                text.replace("\"v\":1", "\"v\":2"),
                text.replace("collected", "swallowed"),
                text.replace("\"number\":1", "\"number\":\"1\""),
                text.replace("authority\",\"number", "pocket\",\"number"),
                text.replace("}", ""),
                "[]",
                "")) {
            assertThatThrownBy(() -> CustodyText.read(Utf8.bytes(other)))
                    .as(other)
                    .isInstanceOf(CustodyText.Unreadable.class);
        }
    }
}

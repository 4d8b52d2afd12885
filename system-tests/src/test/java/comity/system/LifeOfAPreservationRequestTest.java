package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Station;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Walks docs/walks/life-of-a-preservation-request.md on real nodes and prints what each of the nine stations says.
class LifeOfAPreservationRequestTest {
    @Test
    void passes_nine_stations_from_the_form_to_the_bell() throws IOException {
        RunningDemo demo = SharedDemo.get();
        {
            ApiCalls arvenia = ApiCalls.as(demo.node("XA"), "duty-officer");
            ApiCalls belmora = ApiCalls.as(demo.node("XB"), "duty-officer");
            String reference = arvenia.sendExample("XB", Examples.ward9());
            belmora.awaitAct(reference, "acknowledge");

            List<String> walk = new ArrayList<>();
            for (Station station : Station.values()) {
                walk.add(awaitLine(demo, station, reference));
            }
            walk.forEach(System.out::println);
            assertThat(walk).hasSize(9);
            assertThat(walk.subList(0, 7)).allSatisfy(line -> assertThat(line).startsWith("XA "));
            assertThat(walk.subList(7, 9)).allSatisfy(line -> assertThat(line).startsWith("XB "));
        }
    }

    private static String awaitLine(RunningDemo demo, Station station, String reference) throws IOException {
        String mark = "station %d %s %s".formatted(station.ordinal() + 1, station.word(), reference);
        for (int look = 0; look < 200; look++) {
            Optional<String> line = find(demo, "XA", mark).or(() -> find(demo, "XB", mark));
            if (line.isPresent()) {
                return line.get();
            }
            pause();
        }
        throw new AssertionError("No node says: " + mark + "; stations seen: "
                + Files.readAllLines(demo.node("XA").log()).stream()
                        .filter(line -> line.contains("station "))
                        .toList());
    }

    private static Optional<String> find(RunningDemo demo, String state, String mark) {
        try {
            return Arrays.stream(Files.readString(demo.node(state).log()).split("\n"))
                    .filter(line -> line.contains(mark))
                    .map(line -> state + " " + line.substring(line.indexOf("station ")))
                    .findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

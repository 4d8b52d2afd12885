package comity.vault.picture;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Hand;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where everything stands. The picture is laid out as music is: time runs along the line, and goes on
/// in the next band below when the line is full. A band has the lanes that something happens in or runs
/// through, always in the same order. In a right-to-left language all of it is mirrored.
final class Score {
    static final double MARGIN = 10;

    private static final double AXIS = 34;
    private static final double HEADER = 20;
    /// The rows from the line of the ledger to the next band.
    private static final double ANCHORS = 48;

    private static final double LANE = 34;
    private static final double LANE_WITH_WORDS = 46;
    /// Where the line of a lane runs, from the top of the lane.
    private static final double LINE = 14;

    private static final double WIDEST_COLUMN = 132;
    private static final double COLUMN_WITH_WORDS = 74;
    private static final double COLUMN_WITH_NUMBERS = 29;
    /// Below this width it is a telephone's picture.
    private static final double ROOMY = 560;

    /// One line of the picture, from top to bottom.
    private static final class Band {
        private final double top;
        private final Map<StateCode, Double> headers = new LinkedHashMap<>();
        private final Map<StateCode, Map<Hand, Double>> lanes = new LinkedHashMap<>();
        private double anchors;

        private Band(double top) {
            this.top = top;
        }

        private void need(Mark mark) {
            lanes.computeIfAbsent(mark.state(), state -> new EnumMap<>(Hand.class))
                    .put(mark.hand(), top);
        }

        private void stack(List<StateCode> order, double lane) {
            double y = top + AXIS;
            for (StateCode state : order) {
                Map<Hand, Double> hands = lanes.get(state);
                if (hands != null) {
                    headers.put(state, y);
                    y += HEADER;
                    for (Map.Entry<Hand, Double> hand : hands.entrySet()) {
                        hand.setValue(y + LINE);
                        y += lane;
                    }
                    y += 4;
                }
            }
            anchors = y + LINE;
        }
    }

    private final double width;
    private final boolean mirrored;
    private final boolean wordy;
    private final double gutter;
    private final int perBand;
    private final double column;
    private final List<Band> bands = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    /// @param drawn the marks that are drawn, in the order of time
    /// @param wordy whether each mark has a word below it
    Score(List<Mark> drawn, Language language, double width, boolean wordy) {
        this.width = width;
        this.mirrored = language.isRightToLeft();
        this.wordy = wordy;
        this.gutter = width < ROOMY ? 72 : 96;
        double room = width - gutter - 2 * MARGIN;
        int fit = Math.max(1, (int) (room / (wordy ? COLUMN_WITH_WORDS : COLUMN_WITH_NUMBERS)));
        int count = Math.max(1, Math.ceilDiv(drawn.size(), fit));
        this.perBand = Math.max(1, Math.ceilDiv(drawn.size(), count));
        // Whole and even, so that the middle of a column is written with few digits.
        this.column = Math.min(WIDEST_COLUMN, 2 * Math.floor(room / perBand / 2));
        for (Mark mark : drawn) {
            places.put(mark.number(), places.size());
        }
        stack(drawn);
    }

    private void stack(List<Mark> drawn) {
        List<StateCode> order = drawn.stream().map(Mark::state).distinct().toList();
        Map<StateCode, Mark> last = new HashMap<>();
        double top = 4;
        for (int begin = 0; begin < drawn.size(); begin += perBand) {
            Band band = new Band(top);
            // What a State still has runs through, and what is on its way to a State.
            last.values().stream()
                    .filter(mark -> mark.event().kind() != Kind.DESTROYED)
                    .forEach(band::need);
            int end = Math.min(begin + perBand, drawn.size());
            for (Mark mark : drawn.subList(begin, end)) {
                band.need(mark);
                last.put(mark.state(), mark);
            }
            for (Mark mark : drawn.subList(end, drawn.size())) {
                if (mark.from().isPresent() && places.getOrDefault(mark.from().getAsInt(), end) < end) {
                    band.need(mark);
                }
            }
            band.stack(order, wordy ? LANE_WITH_WORDS : LANE);
            bands.add(band);
            top = band.anchors + ANCHORS;
        }
    }

    boolean wordy() {
        return wordy;
    }

    double column() {
        return column;
    }

    int bands() {
        return bands.size();
    }

    double bandTop(int band) {
        return bands.get(band).top;
    }

    /// The lower end of all bands.
    double bottom() {
        return bands.getLast().anchors + ANCHORS;
    }

    int band(int number) {
        return place(number) / perBand;
    }

    boolean startsBand(int number) {
        return place(number) % perBand == 0;
    }

    double x(int number) {
        return along(MARGIN + gutter + column * (place(number) % perBand + 0.5));
    }

    /// Where the lines of a band begin.
    double start() {
        return along(MARGIN + gutter);
    }

    /// Where the lines of a band end.
    double end() {
        return along(width - MARGIN);
    }

    /// Where texts at the side begin.
    double side() {
        return along(MARGIN);
    }

    /// How much room the texts at the side have.
    double gutter() {
        return gutter;
    }

    /// A length along the direction of time.
    double forward(double length) {
        return mirrored ? -length : length;
    }

    /// @param x from the side where reading begins
    double along(double x) {
        return mirrored ? width - x : x;
    }

    /// The line of the lane of a mark, in the mark's own band.
    double y(Mark mark) {
        return y(mark, band(mark.number()));
    }

    double y(Mark mark, int band) {
        return laneY(mark.state(), mark.hand(), band);
    }

    /// The line of the ledger.
    double anchorY(int band) {
        return bands.get(band).anchors;
    }

    List<StateCode> states(int band) {
        return List.copyOf(bands.get(band).headers.keySet());
    }

    double headerY(StateCode state, int band) {
        return at(bands.get(band).headers, state);
    }

    List<Hand> hands(StateCode state, int band) {
        return List.copyOf(at(bands.get(band).lanes, state).keySet());
    }

    double laneY(StateCode state, Hand hand, int band) {
        return at(at(bands.get(band).lanes, state), hand);
    }

    private int place(int number) {
        return at(places, number);
    }

    private static <K, V> V at(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("Only what is drawn has a place");
        }
        return value;
    }
}

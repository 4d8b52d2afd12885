package comity.vault.picture;

import static comity.vault.picture.Svg.number;

import comity.kernel.StateCode;
import comity.vault.CustodyEvent.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lines from mark to mark: what a State holds, open or sealed; the double lines from State to
/// State; the gaps.
final class Ways {
    /// How far from the middle of a mark its lines end.
    private static final double CLEAR = 7;

    private static final double ROUND = 6;
    /// Where the double line turns off, as a part of a column: not in the middle, where lanes are
    /// changed.
    private static final double OFFER = 0.34;

    private final Score score;
    private final StringBuilder open = new StringBuilder();
    private final StringBuilder sealed = new StringBuilder();
    private final StringBuilder transfers = new StringBuilder();
    private final StringBuilder crosses = new StringBuilder();

    Ways(List<Mark> drawn, Score score) {
        this.score = score;
        Map<StateCode, Mark> last = new HashMap<>();
        Map<Integer, Mark> byNumber = new HashMap<>();
        Set<Integer> left = new HashSet<>();
        drawn.forEach(mark -> byNumber.put(mark.number(), mark));
        for (Mark mark : drawn) {
            if (mark.from().isPresent() && byNumber.get(mark.from().getAsInt()) instanceof Mark offer) {
                transfer(offer, mark);
                left.add(offer.number());
            }
        }
        for (Mark mark : drawn) {
            Mark before = last.put(mark.state(), mark);
            if (before != null && before.event().kind() != Kind.DESTROYED) {
                hold(before, mark, left.contains(before.number()));
            } else if (mark.gap()) {
                cross(middle(mark), score.y(mark));
            }
        }
        last.values().stream()
                .filter(mark -> mark.event().kind() != Kind.DESTROYED)
                .forEach(mark -> stay(mark, left.contains(mark.number())));
    }

    String open() {
        return open.toString();
    }

    String sealed() {
        return sealed.toString();
    }

    String transfers() {
        return transfers.toString();
    }

    String crosses() {
        return crosses.toString();
    }

    /// Half a column before a mark.
    private double middle(Mark mark) {
        return score.x(mark.number()) - score.forward(score.column() / 2);
    }

    private void hold(Mark before, Mark mark, boolean offered) {
        StringBuilder path = path(before);
        int band = score.band(mark.number());
        double from = leave(before, mark, path, offered);
        double y = score.y(before, band);
        double x = middle(mark);
        if (mark.gap()) {
            cross(x, score.y(mark));
            double stop = x - score.forward(8);
            if (score.forward(stop - from) > 0) {
                path.append("M%s %sH%s".formatted(number(from), number(y), number(stop)));
            }
            return;
        }
        step(path, from, y, x, score.y(mark), score.x(mark.number()) - score.forward(CLEAR));
    }

    /// Draws up to the beginning of the band of the next mark.
    ///
    /// @return from where the line goes on in that band
    private double leave(Mark before, Mark next, StringBuilder path, boolean offered) {
        double from = departure(before, offered);
        for (int band = score.band(before.number()); band < score.band(next.number()); band++) {
            level(path, from, score.y(before, band), score.end());
            from = score.start();
        }
        return from;
    }

    private double departure(Mark mark, boolean offered) {
        double x = score.x(mark.number());
        return x + score.forward(offered ? score.column() * OFFER + 5 : CLEAR);
    }

    /// The State still has it when the picture ends.
    private void stay(Mark mark, boolean offered) {
        StringBuilder path = path(mark);
        double from = departure(mark, offered);
        for (int band = score.band(mark.number()); band < score.bands(); band++) {
            level(path, from, score.y(mark, band), score.end());
            from = score.start();
        }
    }

    private StringBuilder path(Mark mark) {
        return mark.sealedAfter() ? sealed : open;
    }

    private void transfer(Mark offer, Mark mark) {
        double x = score.x(offer.number());
        double turn = x + score.forward(score.column() * OFFER);
        int first = score.band(offer.number());
        int last = score.band(mark.number());
        double goal = score.x(mark.number()) - score.forward(CLEAR);
        double down = Math.signum(score.y(mark, first) - score.y(offer, first));
        for (int side : new int[] {-2, 2}) {
            transfers.append("M%s %sH%sV%sH%s"
                    .formatted(
                            number(x + score.forward(CLEAR)),
                            number(score.y(offer, first) + side),
                            number(turn - score.forward(side * down)),
                            number(score.y(mark, first) + side),
                            number(first == last ? goal : score.end())));
            for (int band = first + 1; band <= last; band++) {
                level(transfers, score.start(), score.y(mark, band) + side, band == last ? goal : score.end());
            }
        }
    }

    private void level(StringBuilder path, double from, double y, double to) {
        if (score.forward(to - from) > 0) {
            path.append("M%s %sH%s".formatted(number(from), number(y), number(to)));
        }
    }

    private void step(StringBuilder path, double from, double y, double turn, double newY, double to) {
        if (y == newY) {
            level(path, from, y, to);
            return;
        }
        double down = Math.signum(newY - y) * ROUND;
        double before = turn - score.forward(Math.min(ROUND, Math.max(0, score.forward(turn - from))));
        double after = turn + score.forward(ROUND);
        path.append("M%s %sH%sQ%s %s %s %sV%sQ%s %s %s %sH%s"
                .formatted(
                        number(from),
                        number(y),
                        number(before),
                        number(turn),
                        number(y),
                        number(turn),
                        number(y + down),
                        number(newY - down),
                        number(turn),
                        number(newY),
                        number(after),
                        number(newY),
                        number(to)));
    }

    private void cross(double x, double y) {
        crosses.append("M%s %sl10 10m0-10l-10 10".formatted(number(x - 5), number(y - 5)));
    }
}

package comity.benchmarks;

import java.util.List;

/// How something grows: lines over a size that grows by factors. Drawn with both axes logarithmic, so that a straight
/// flat line means "does not grow" and a slope of one means "grows as its size".
public record Growth(String title, String sizeName, String unit, List<Line> lines) {
    public Growth {
        lines = List.copyOf(lines);
    }

    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    public record Point(double size, double value) {}
}

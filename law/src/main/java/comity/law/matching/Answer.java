package comity.law.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The four answers there are. None of them decides a request.
public sealed interface Answer {
    /// What it rests on; empty when nothing stands in the way.
    List<Point> points();

    /// The answer's name, as files and programs write it.
    Kind kind();

    /// The answers, best first.
    enum Kind {
        MATCHED,
        MATCHED_WITH_FACTS,
        NOT_KNOWN,
        NOT_MATCHED
    }

    /// The first answer is the better one; of two that are alike, the one that rests on fewer points.
    Comparator<Answer> BEST_FIRST = Comparator.comparing(Answer::kind)
            .thenComparing(answer -> answer.points().size());

    /// Every element is reached.
    record Matched() implements Answer {
        @Override
        public List<Point> points() {
            return List.of();
        }

        @Override
        public Kind kind() {
            return Kind.MATCHED;
        }
    }

    /// Every element is reached once these facts are stated.
    record MatchedWithFacts(List<Point> points) implements Answer {
        public MatchedWithFacts {
            points = List.copyOf(points);
        }

        @Override
        public Kind kind() {
            return Kind.MATCHED_WITH_FACTS;
        }
    }

    /// These elements are not reached.
    record NotMatched(List<Point> points) implements Answer {
        public NotMatched {
            points = List.copyOf(points);
        }

        @Override
        public Kind kind() {
            return Kind.NOT_MATCHED;
        }
    }

    /// It cannot be told, because this is missing.
    record NotKnown(List<Point> points) implements Answer {
        public NotKnown {
            points = List.copyOf(points);
        }

        @Override
        public Kind kind() {
            return Kind.NOT_KNOWN;
        }
    }

    /// What two laws say together: no better than the one that reaches less far. It rests on the points of both that
    /// have this answer, so that both lists of facts are to be stated.
    default Answer and(Answer other) {
        int order = kind().compareTo(other.kind());
        if (order != 0) {
            return order > 0 ? this : other;
        }
        List<Point> both = new ArrayList<>(points());
        other.points().stream().filter(point -> !both.contains(point)).forEach(both::add);
        return switch (this) {
            case Matched _ -> this;
            case MatchedWithFacts _ -> new MatchedWithFacts(both);
            case NotMatched _ -> new NotMatched(both);
            case NotKnown _ -> new NotKnown(both);
        };
    }
}

package comity.law.eligibility;

import comity.law.Fact;
import comity.law.RequiredContent;
import comity.law.basis.DataClass;
import java.util.List;
import java.util.Set;

/// A measure that one State asks of another, and what the Convention says of it.
///
/// @param code stable, for example `stored-data`
/// @param obligation how far the Convention binds a State to it
/// @param conventionOffence whether an offence of arts 7 to 17 opens it
/// @param seriousCrime whether another serious crime does
/// @param lesserOffence whether a lesser offence does
/// @param data the kinds of data it is for; empty where it is not about data
/// @param duty who is asked, as the duty under which a State names that authority
/// @param contents what a request says; empty where the text is silent
/// @param grounds codes of the grounds on which it may be declined
/// @param neverAlone codes of the grounds that are never enough by themselves
/// @param clocks the terms that start
/// @param safeguards the articles that bind whoever carries it out
/// @param source article, mark, as-of date and note; its value is the article to cite
public record Cooperation(
        String code,
        Obligation obligation,
        Opens conventionOffence,
        Opens seriousCrime,
        Opens lesserOffence,
        Set<DataClass> data,
        String duty,
        List<RequiredContent> contents,
        List<String> grounds,
        List<String> neverAlone,
        List<Clock> clocks,
        List<String> safeguards,
        Fact<String> source) {
    /// How far the Convention binds.
    public enum Obligation {
        SHALL,
        /// It is to be tried.
        ENDEAVOUR,
        MAY
    }

    /// Whether a kind of offence opens a measure.
    public enum Opens {
        YES,
        /// Only to collect electronic evidence.
        EVIDENCE_ONLY,
        /// Only beside an offence that opens it.
        ACCESSORY,
        /// The text does not say.
        UNCLEAR,
        NO
    }

    /// A term that starts with the measure.
    ///
    /// @param days its length where it has one
    /// @param source article, mark, as-of date and note; its value is the article to cite
    public record Clock(String code, Kind kind, java.util.OptionalInt days, Fact<String> source) {
        /// What manner of term.
        public enum Kind {
            FLOOR,
            CAP,
            DEADLINE,
            /// Until something is done.
            OPEN,
            /// A duty to be quick for which the text has no number.
            NO_NUMBER
        }
    }

    public Cooperation {
        data = Set.copyOf(data);
        contents = List.copyOf(contents);
        grounds = List.copyOf(grounds);
        neverAlone = List.copyOf(neverAlone);
        clocks = List.copyOf(clocks);
        safeguards = List.copyOf(safeguards);
    }

    /// The article to cite.
    public String article() {
        return source.value();
    }
}

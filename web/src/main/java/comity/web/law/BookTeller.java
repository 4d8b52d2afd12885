package comity.web.law;

import comity.api.law.LawBook;
import comity.api.law.LawElement;
import comity.api.law.LawProvision;
import comity.api.law.LawRule;
import comity.api.law.LawText;
import comity.api.law.StateOffences;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.living.LivingLaw;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionText;
import comity.law.offence.Relation;
import comity.law.offence.Rule;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookWriter;
import comity.law.words.LawWords;
import comity.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells a State's book of provisions, as a page, to a program, and as the file it came from.
public final class BookTeller {
    private final LivingLaw law;
    private final Messages messages;
    private final LawWords words;

    public BookTeller(LivingLaw law, Messages messages, LawWords words) {
        this.law = law;
        this.messages = messages;
        this.words = words;
    }

    private Optional<NationalLaw> law(String state) {
        return StateCodes.read(state).flatMap(law.now().catalogue()::law);
    }

    /// @return empty when that State has given no book
    public Optional<StateOffences> offences(Language language, String state) {
        return law(state).map(book -> new Telling(book, language).book());
    }

    /// @return empty when that State has given no book
    public Optional<LawBook> file(String state, BookForm form) {
        return law(state)
                .map(book -> new LawBook(state, form.name().toLowerCase(Locale.ROOT), BookWriter.write(form, book)));
    }

    private final class Telling {
        private final NationalLaw book;
        private final Language language;
        private final Phrases phrases;

        Telling(NationalLaw book, Language language) {
            this.book = book;
            this.language = language;
            this.phrases = new Phrases(messages, words, language);
        }

        StateOffences book() {
            return new StateOffences(
                    book.state().code(),
                    name(book.state()),
                    book.languages(),
                    book.asOf(),
                    book.complete(),
                    LawTeller.word(book.vouching().by()),
                    phrases.vouched(book.vouching()),
                    book.vouching().on().orElse(null),
                    book.vouching().source(),
                    book.rules().stream().map(this::rule).toList(),
                    book.provisions().stream().map(this::provision).toList());
        }

        private String name(StateCode state) {
            return Participants.name(law.now().register(), state, language);
        }

        private LawRule rule(Rule rule) {
            boolean dual = rule.name().startsWith(Rule.DUAL_CRIMINALITY);
            String about = dual
                    ? phrases.say(
                            "match.rule.dual",
                            "measure",
                            phrases.say("law.measure." + rule.name().substring(Rule.DUAL_CRIMINALITY.length())))
                    : phrases.element("unc.19/" + rule.name());
            return new LawRule(
                    rule.name(),
                    phrases.say(
                            dual ? "match.rule.needed." + rule.position() : "match.rule.punished." + rule.position(),
                            "rule",
                            about),
                    LawTeller.word(rule.position()),
                    rule.offences(),
                    LawTeller.orNothing(rule.citation()));
        }

        private LawProvision provision(Provision provision) {
            return new LawProvision(
                    provision.id().id(),
                    provision.citation(),
                    provision.texts().stream().map(this::text).toList(),
                    provision.inForce().from(),
                    provision.inForce().to().orElse(null),
                    provision.maximumPenalty().code(),
                    phrases.penalty(provision.maximumPenalty()),
                    provision.limitation().code(),
                    phrases.limitation(provision.limitation()),
                    provision.incorporates().stream()
                            .map(id ->
                                    book.provision(id).map(Provision::citation).orElse(id.id()))
                            .toList(),
                    provision.mappings().stream().map(this::element).toList(),
                    LawTeller.word(provision.vouching().by()),
                    phrases.vouched(provision.vouching()),
                    provision.vouching().on().orElse(null),
                    provision.vouching().source(),
                    Disputes.of(law.now(), provision.id(), phrases));
        }

        private LawText text(ProvisionText text) {
            return new LawText(
                    text.language(),
                    LawTeller.word(text.standing()),
                    phrases.say("match.text." + text.standing()),
                    text.title(),
                    text.text());
        }

        private LawElement element(Mapping mapping) {
            return new LawElement(
                    mapping.element(),
                    phrases.offence(mapping.offence()),
                    phrases.element(mapping.element()),
                    LawTeller.word(mapping.relation()),
                    mapping.relation() == Relation.COVERS_AND_DEMANDS_MORE
                            ? phrases.say(
                                    "match.relation.COVERS_AND_DEMANDS_MORE",
                                    "fact",
                                    mapping.demand()
                                            .map(fact -> phrases.fact(fact, mapping.wording()))
                                            .orElse(""))
                            : phrases.say("match.relation." + mapping.relation()),
                    LawTeller.orNothing(mapping.wording()));
        }
    }

    /// The States that have given a book.
    List<StateCode> states() {
        return List.copyOf(law.now().catalogue().states());
    }
}

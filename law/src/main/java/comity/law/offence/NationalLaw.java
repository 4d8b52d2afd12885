package comity.law.offence;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One State's book of provisions, laid beside the Convention.
///
/// @param state whose law it is
/// @param languages in which the law is written, most used first
/// @param asOf the day of which the book speaks
/// @param complete the voucher says that nothing is left out: what is not in the book is not punished. Without it, a
///     missing provision is only *not known*
/// @param interception for which offences content may be intercepted (art. 30)
/// @param rules general rules; at most one of a name
/// @param provisions each with its own id
/// @param vouching who stands for the book as a whole
public record NationalLaw(
        StateCode state,
        List<String> languages,
        LocalDate asOf,
        boolean complete,
        InterceptionRange interception,
        List<Rule> rules,
        List<Provision> provisions,
        Vouching vouching) {
    public NationalLaw {
        languages = List.copyOf(languages);
        rules = List.copyOf(rules);
        provisions = List.copyOf(provisions);
    }

    public Optional<Rule> rule(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    public Optional<Provision> provision(ProvisionId id) {
        return provisions.stream()
                .filter(provision -> provision.id().equals(id))
                .findFirst();
    }
}

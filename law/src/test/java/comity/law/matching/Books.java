package comity.law.matching;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.StateCode;
import comity.law.offence.InForce;
import comity.law.offence.InterceptionRange;
import comity.law.offence.Limitation;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.Penalty;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import comity.law.offence.ProvisionText;
import comity.law.offence.ProvisionText.TextStanding;
import comity.law.offence.Relation;
import comity.law.offence.Rule;
import comity.law.offence.Vouching;
import comity.law.offence.Vouching.Voucher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Small books for tests: what is not said is ordinary.
final class Books {
    static final LocalDate DAY = LocalDate.parse("2027-03-13");
    static final StateCode XA = new StateCode("XA");
    static final StateCode XB = new StateCode("XB");

    private Books() {}

    static Vouching vouched(Voucher by) {
        return by == Voucher.NOBODY
                ? new Vouching(by, "", Optional.empty(), "a test")
                : new Vouching(by, "legal adviser", Optional.of(DAY), "a test");
    }

    static NationalLaw book(StateCode state, boolean complete, List<Rule> rules, Provision... provisions) {
        return new NationalLaw(
                state,
                List.of("en"),
                DAY,
                complete,
                new InterceptionRange.All(),
                rules,
                List.of(provisions),
                vouched(Voucher.STATE));
    }

    static Mapping covers(String element) {
        return new Mapping(element, Relation.COVERS, Optional.empty(), "words for " + element);
    }

    static Mapping more(String element, String demand) {
        return new Mapping(element, Relation.COVERS_AND_DEMANDS_MORE, Optional.of(demand), "words for " + demand);
    }

    static Mapping lacks(String element) {
        return new Mapping(element, Relation.LACKS, Optional.empty(), "");
    }

    static Mapping unknown(String element) {
        return new Mapping(element, Relation.NOT_KNOWN, Optional.empty(), "");
    }

    static List<Mapping> all(String... elements) {
        List<Mapping> mappings = new ArrayList<>();
        for (String element : elements) {
            mappings.add(covers(element));
        }
        assertThat(mappings).isNotEmpty();
        return mappings;
    }

    /// The same, with one mapping in place of the one for its element.
    static List<Mapping> with(Mapping changed, List<Mapping> mappings) {
        List<Mapping> result = new ArrayList<>(mappings);
        result.removeIf(mapping -> mapping.element().equals(changed.element()));
        result.add(changed);
        return result;
    }

    static List<Mapping> hindering() {
        return all(
                "unc.10/by-data", "unc.10/system", "unc.10/serious-hindering", "unc.10/without-right", "unc.10/intent");
    }

    static List<Mapping> altering() {
        return all("unc.9/alter", "unc.9/data", "unc.9/without-right", "unc.9/intent");
    }

    static Provision provision(String id, List<Mapping> mappings) {
        return provision(id, mappings, "P5Y", Voucher.STATE, List.of());
    }

    static Provision provision(
            String id, List<Mapping> mappings, String penalty, Voucher voucher, List<ProvisionId> incorporates) {
        return new Provision(
                new ProvisionId(id),
                id + ", cited",
                List.of(new ProvisionText("en", TextStanding.ORIGINAL, "Title", "Text.")),
                new InForce(LocalDate.parse("2020-01-01"), Optional.empty()),
                Penalty.parse(penalty).orElseThrow(),
                Limitation.Plain.NOT_KNOWN,
                incorporates,
                Optional.empty(),
                mappings,
                vouched(voucher));
    }

    static Provision during(InForce inForce, Provision provision) {
        return new Provision(
                provision.id(),
                provision.citation(),
                provision.texts(),
                inForce,
                provision.maximumPenalty(),
                provision.limitation(),
                provision.incorporates(),
                provision.replaces(),
                provision.mappings(),
                provision.vouching());
    }
}

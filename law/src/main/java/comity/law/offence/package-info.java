/// What is punished: the Convention's offences broken into elements, and each State's provisions laid beside them.
///
/// **Law** – arts 2(h), 7–17, 19, 20, 30, 37(1)–(2), 40(8), 42(4)–(5); the facts are in `offence-elements.json` and
/// `dual-criminality.json`.
/// **Start at** [comity.law.offence.OffenceCatalogue] for the States, [comity.law.offence.Elements] for the
/// Convention.
/// **Used by** law.matching, law.gaps, law.guide, and whoever shows a provision.
/// **Never** says what a provision means beyond what its book says; silence about a required element is *not known*.
/// **Trust** – a book is as good as its [comity.law.offence.Vouching], which travels with every provision.
package comity.law.offence;

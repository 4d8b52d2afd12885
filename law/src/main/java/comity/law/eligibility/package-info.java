/// May this be asked of that State, for this offence, with this measure, for this kind of data, on this day? One answer
/// for every request kind, page and letter.
///
/// **Start at** [Eligibility].
/// **Uses** `basis`, `treaty`, `offence`, `matching`. **Used by** the safeguards, the requests and their form, the
/// pages, the API.
/// **Never** decides a request: it names bases, contents, grounds and clocks with their articles; a person decides.
/// **Trust** – its answer is as good as the register and the books of national law it is given, and it says
/// what it does not know.
@org.jspecify.annotations.NullMarked
package comity.law.eligibility;

/// The law through the API: who is bound, by what, and what may be asked, every answer with its reasons and sources.
/// Anyone may ask.
///
/// **Law** – arts 35 to 50 and 60, 64 to 67.
/// **Start at** [EligibilityAnswer] and [TreatyTable].
/// **Uses** nothing. **Used by** web and cli.
/// **Never** decides a request, and holds nothing of any case.
/// **Trust** – the register behind it is the secretariat's; what the depositary says prevails.
package comity.api.law;

/// The REST room's table: answers that may be asked for again.
///
/// **Start at** [SqlWishes].
/// **Uses** the room above it. **Used by** the wiring.
/// **Never** keeps an answer longer than a day.
/// **Trust** – an answer is found only by the person who got it.
package comity.web.rest.store;

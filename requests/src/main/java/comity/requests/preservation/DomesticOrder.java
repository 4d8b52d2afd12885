package comity.requests.preservation;

import java.time.Instant;

/// The requested State's own order to the custodian. It may last 90 days at most and is renewed for as long as the
/// request needs it (art. 25).
///
/// @param reference the order's number at home
/// @param at when it was made: the term of art. 42(8) counts from here
/// @param lapses when it ends unless it is renewed
/// @param renewals how often it was renewed
public record DomesticOrder(String reference, Instant at, Instant lapses, int renewals) {}

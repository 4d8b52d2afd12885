package comity.api.emergency;

/// Signs the draft and hands it to the courier. Needs the draft's entity tag in `If-Match`, so that what is sent is
/// what was read. Nothing to say beyond that.
public record SendEmergency() {}

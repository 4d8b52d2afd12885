package comity.requests.preservation;

/// A "no" that can be read, checked and answered. Only art. 42(6) and a reservation under art. 42(5) give a ground.
///
/// @param ground the code of the ground in the data of `law`, for example `40-21-b`
/// @param nationalLaw the provision of the requested State that it rests on
/// @param reasons in words; never empty
/// @param mayResubmitIf what would change the answer; empty when nothing would
public record Refusal(String ground, String nationalLaw, String reasons, String mayResubmitIf) {}

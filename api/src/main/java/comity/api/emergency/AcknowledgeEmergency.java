package comity.api.emergency;

/// A person at the desk of the State that is asked has seen it; the State that asks is told at once. Nothing to say
/// beyond that.
public record AcknowledgeEmergency() {}

package comity.desk;

import comity.requests.Urgency;

/// What a ring sounds like, so that a person across the room knows how to walk. No sirens.
public enum Sound {
    /// Nothing is heard.
    SILENT("silent"),
    /// One soft tone.
    SOFT("soft"),
    /// Two tones.
    DOUBLE("double"),
    /// Three rising tones, again every minute until somebody acknowledges.
    INSISTENT("insistent");

    private final String code;

    Sound(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// The sound of something that a person must act on.
    static Sound of(Urgency.Criterion urgency) {
        return switch (urgency) {
            case THREAT_TO_LIFE, CHILD_AT_RISK -> INSISTENT;
            case CRITICAL_INFRASTRUCTURE, DATA_ABOUT_TO_BE_LOST -> DOUBLE;
            case OTHER, NONE -> SOFT;
        };
    }
}

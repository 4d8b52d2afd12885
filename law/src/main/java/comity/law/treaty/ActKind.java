package comity.law.treaty;

/// The word for each kind of act in books and tables.
enum ActKind {
    SIGNATURE,
    DEPOSIT,
    RESERVATION,
    DECLARATION,
    OBJECTION,
    DESIGNATION,
    NOTIFICATION,
    WITHDRAWAL,
    DENUNCIATION;

    static ActKind of(TreatyAct act) {
        return switch (act) {
            case TreatyAct.Signature _ -> SIGNATURE;
            case TreatyAct.Deposit _ -> DEPOSIT;
            case TreatyAct.Reservation _ -> RESERVATION;
            case TreatyAct.Declaration _ -> DECLARATION;
            case TreatyAct.Objection _ -> OBJECTION;
            case TreatyAct.Designation _ -> DESIGNATION;
            case TreatyAct.Notification _ -> NOTIFICATION;
            case TreatyAct.Withdrawal _ -> WITHDRAWAL;
            case TreatyAct.Denunciation _ -> DENUNCIATION;
        };
    }
}

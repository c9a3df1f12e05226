using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Corrections;

/// <summary>Returned payments that wait to be paid again, and the lines of the roster that does it.</summary>
internal sealed class CorrectionDesk(UnitOfWork unitOfWork)
{
    /// <summary>
    /// Returned, not yet in a later correction, not already there as part of a correction that was returned too. A payment is
    /// ready when an account was recorded after the bank's answer. The place is that of the family's account, which went along
    /// when the family moved: that township puts it right, and the correction is paid there.
    /// </summary>
    public const string Waiting = """
        select o.roster_id, o.number, o.order_key, o.household_id, o.case_id, o.case_number, o.head_name, o.amount, o.account,
            coalesce((select p.division_code from disbursement.payees p where p.household_id = o.household_id order by p.recorded_at desc, p.id desc limit 1), o.division_code) as division_code,
            r.number as roster_number, r.month, r.program, r.program_name, x.reason_kind, x.reason, x.recorded_at,
            exists (select from disbursement.payees p where p.household_id = o.household_id and p.cause = 'changed' and p.recorded_at >= x.recorded_at) as ready
        from disbursement.payment_outcomes x
        join disbursement.roster_orders o on o.roster_id = x.roster_id and o.number = x.number
        join disbursement.rosters r on r.id = o.roster_id
        where not x.paid and not exists (select from disbursement.roster_orders c where c.corrects_roster_id = o.roster_id and c.corrects_number = o.number)
        """;

    /// <summary>Copies the lines of every ready payment of the programme into the correction roster; the original lines stay as they are.</summary>
    public Task<int> FillAsync(Roster roster, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync($"""
        insert into disbursement.payments (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code,
            head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id, corrects_roster_id, corrects_number)
        select $1, md5(w.roster_id::text || '/' || w.number)::uuid, p.person_key, p.benefit, 'correction', p.for_month, p.household_id, p.case_id, p.case_number, w.division_code,
            p.head_name, p.person_id, p.person_name, p.id_number, p.area, sum(p.amount), min(p.explanation), (array_agg(p.entitlement_id order by p.kind))[1], w.roster_id, w.number
        from ({Waiting}) w
        join disbursement.payments p on p.roster_id = w.roster_id and p.order_key = w.order_key
        where w.ready and w.program = $2
            and not exists (select from disbursement.roster_exclusions e where e.roster_id = $1 and e.household_id = w.household_id)
        group by w.roster_id, w.number, p.person_key, p.benefit, p.for_month, p.household_id, p.case_id, p.case_number, w.division_code, p.head_name, p.person_id, p.person_name, p.id_number, p.area
        """, [roster.Id, roster.Program], cancellationToken);
}

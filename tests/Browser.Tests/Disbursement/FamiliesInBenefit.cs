using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests.Disbursement;

/// <summary>Families in benefit since December, and what every journey along the money does with a window.</summary>
internal static class FamiliesInBenefit
{
    /// <summary>Families of two persons with 330.00 yuan each; the twelfth shares the account of the eleventh.</summary>
    public static Task SeedAsync(App app, int households)
    {
        return app.Sql.Execute("""
            with household as (
                select md5('household' || n)::uuid as id, md5('case' || n)::uuid as case_id, 'SQ-202611-' || lpad(n::text, 4, '0') as number, n, '3607311002' || lpad((n % 9 + 1)::text, 2, '0') as division,
                    (array['李秀兰','王桂花','张建国','刘长生','陈小妹','钟福林','谢冬秀','肖水生','曾招娣','赖木根','丁火英','欧阳春生'])[n] as head
                from generate_series(1, $1) n
            ),
            cases as (
                insert into cases.case_files (id, number, program, division_code, household_id, applicant_name, applicant_id_number, member_count, area, stage, stage_since, accepted_on, due_on, verification_done,
                    visit_done, fact_version, relative_of_official, accepted_by, accepted_by_name, version)
                select case_id, number, 'minimum-living', division, id, head, '36073119700101' || lpad(n::text, 4, '0'), 2, 'rural', 'in-benefit', '2026-11-02', '2026-11-02', '2026-12-02', true, true, 1, false,
                    gen_random_uuid(), '王经办', 1 from household
            ),
            payee as (
                insert into disbursement.payees (id, household_id, case_id, division_code, holder, holder_id_number, bank, account, cause, recorded_at, recorded_by_name)
                select gen_random_uuid(), id, case_id, division, head, '36073119700101' || lpad(n::text, 4, '0'), '于都农商银行', '622848' || lpad((case n when 12 then 11 else n end)::text, 13, '0'), 'confirmed', now(), '系统' from household
            )
            insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis, explanation, from_month,
                cause, determination_id, recorded_at, recorded_by_name)
            select md5(h.id::text || p)::uuid, h.id, h.case_id, h.number, h.division, 'minimum-living', h.head, md5('person' || h.n || p)::uuid, case p when 1 then h.head else '成员' || h.n end,
                '3607311970' || lpad(h.n::text, 7, '0') || p, 'minimum-living-allowance', 'rural', 330.00, 'difference', '差额补助：660 − 330 = 330 元/人·月（于民字〔2023〕30号 一（二））', '2026-12-01', 'added',
                gen_random_uuid(), now(), '系统'
            from household h, generate_series(1, 2) p
            """, households);
    }

    /// <summary>Waits until every roster is made and shows the page anew.</summary>
    public static async Task Made(this Window window, App app)
    {
        for (var i = 0; i < 120 && await app.Sql.Count("disbursement.rosters where status = 'generating'") > 0; i++)
        {
            await Task.Delay(250);
        }

        await window.Page.ReloadAsync();
    }

    /// <summary>Holds a screen to what all promise, at the office's width and at a telephone's.</summary>
    public static async Task Look(this Window window, string name)
    {
        // The checker is a script itself.
        if (!name.EndsWith("no-script", StringComparison.Ordinal))
        {
            await window.AssertAccessible();
        }

        await window.AssertFitsWidth();
        await window.Screenshot(name);
        await window.Page.SetViewportSizeAsync(360, 740);
        await window.AssertFitsWidth();
        await window.Screenshot(name + "-360");
        await window.Page.SetViewportSizeAsync(1366, 768);
    }
}

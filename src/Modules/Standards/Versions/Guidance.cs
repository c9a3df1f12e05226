using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialAssistance.Standards.Versions;

/// <summary>Guidance standards (指导标准) of province and prefecture, yuan per person and month, as the administrator entered them.</summary>
internal sealed record Guidance
{
    public decimal? ProvincialAllowanceUrban { get; set; }

    public decimal? ProvincialAllowanceRural { get; set; }

    public decimal? PrefecturalAllowanceUrban { get; set; }

    public decimal? PrefecturalAllowanceRural { get; set; }

    public decimal? ProvincialExtremePovertyUrban { get; set; }

    public decimal? ProvincialExtremePovertyRural { get; set; }

    public decimal? PrefecturalExtremePovertyUrban { get; set; }

    public decimal? PrefecturalExtremePovertyRural { get; set; }

    public static ValueConverter<Guidance?, string?> Json { get; } =
        new(g => g == null ? null : JsonSerializer.Serialize(g, JsonSerializerOptions.Default), s => s == null ? null : JsonSerializer.Deserialize<Guidance>(s, JsonSerializerOptions.Default));

    private static Guidance Copy(Guidance guidance) => guidance with { };

    public static ValueComparer<Guidance?> Same { get; } = new((a, b) => Equals(a, b), g => g == null ? 0 : g.GetHashCode(), g => g == null ? null : Copy(g));
}

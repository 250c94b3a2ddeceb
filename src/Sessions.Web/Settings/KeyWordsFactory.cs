using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Sessions.Web.Settings;

/// <summary>
/// The English text is its own key: in a language without a file of translations the key is the answer, and nothing is
/// looked up. (The framework's own localiser searches anew for every word that it does not find.)
/// </summary>
internal sealed class KeyWordsFactory(ResourceManagerStringLocalizerFactory translations) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, IStringLocalizer> _byType = new();

    public IStringLocalizer Create(Type resourceSource) => _byType.GetOrAdd(resourceSource, type => new KeyWords(translations.Create(type)));

    public IStringLocalizer Create(string baseName, string location) => new KeyWords(translations.Create(baseName, location));

    private sealed class KeyWords(IStringLocalizer translations) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<CultureInfo, bool> _translated = new();

        private bool IsTranslated => _translated.GetOrAdd(CultureInfo.CurrentUICulture, _ => Any());

        public LocalizedString this[string name] => IsTranslated ? translations[name] : new(name, name, resourceNotFound: true);

        public LocalizedString this[string name, params object[] arguments] => IsTranslated
            ? translations[name, arguments]
            : new(name, string.Format(CultureInfo.CurrentCulture, name, arguments), resourceNotFound: true);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => IsTranslated ? translations.GetAllStrings(includeParentCultures) : [];

        private bool Any()
        {
            try
            {
                return translations.GetAllStrings(includeParentCultures: true).Any();
            }
            catch (MissingManifestResourceException)
            {
                return false;
            }
        }
    }
}

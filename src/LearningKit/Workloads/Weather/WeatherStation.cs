namespace LearningKit.Workloads;

/// <summary>A place whose weather readings are made.</summary>
/// <param name="Name">The city.</param>
/// <param name="MeanTenths">Its mean temperature over the year, rounded, in tenths of a degree Celsius.</param>
public readonly record struct WeatherStation(string Name, int MeanTenths)
{
    /// <summary>A hundred cities of all climates.</summary>
    public static IReadOnlyList<WeatherStation> All { get; } =
    [
        .. """
        Abidjan 264, Abu Dhabi 279, Accra 265, Addis Ababa 160, Adelaide 173, Algiers 182, Almaty 99, Amsterdam 102,
        Anchorage 28, Ankara 120, Antananarivo 179, Athens 192, Auckland 155, Baghdad 228, Baku 151, Bangkok 286,
        Barcelona 182, Beijing 129, Beirut 209, Belgrade 125, Berlin 103, Bogotá 139, Brasília 215, Brussels 105,
        Bucharest 108, Budapest 113, Buenos Aires 178, Cairo 214, Calgary 44, Cape Town 162, Caracas 212, Casablanca 179,
        Chennai 286, Chicago 98, Chihuahua 186, Colombo 274, Copenhagen 91, Dakar 240, Darwin 276, Denver 104,
        Dhaka 259, Dublin 98, Edinburgh 93, Fairbanks -23, Frankfurt 106, Hamburg 97, Hanoi 236, Harare 184,
        Havana 252, Helsinki 59, Ho Chi Minh City 274, Hong Kong 233, Honolulu 254, Irkutsk 10, Istanbul 139, Jakarta 267,
        Jerusalem 183, Johannesburg 155, Kathmandu 183, Khartoum 299, Kyiv 84, La Paz 237, Lagos 268, Lima 193,
        Lisbon 175, London 113, Los Angeles 186, Madrid 150, Manila 284, Marrakesh 196, Melbourne 151, Mexico City 175,
        Minneapolis 78, Montreal 68, Moscow 58, Mumbai 271, Nairobi 178, New Delhi 250, New York City 129, Nuuk -14,
        Oslo 57, Ottawa 66, Paris 123, Perth 187, Prague 84, Quito 156, Reykjavík 43, Rio de Janeiro 239,
        Rome 152, Saint Petersburg 58, San Francisco 146, Santiago 147, Seoul 125, Singapore 270, Stockholm 66, Sydney 177,
        Tashkent 148, Tokyo 154, Ulaanbaatar -4, Yakutsk -88
        """.Split(',', StringSplitOptions.TrimEntries).Select(Parse),
    ];

    static WeatherStation Parse(string entry)
    {
        var space = entry.LastIndexOf(' ');
        return new(entry[..space], int.Parse(entry[(space + 1)..]));
    }
}

enum Weather {
    Sun,
    Rain,
    Fog,
}

fn advice(w: Weather) -> &'static str {
    match w {
        Weather::Sun => "hat",
        Weather::Rain => "umbrella",
    }
}

fn main() {
    for w in [Weather::Sun, Weather::Rain, Weather::Fog] {
        println!("{}", advice(w));
    }
}

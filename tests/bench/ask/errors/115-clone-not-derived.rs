struct Settings {
    volume: u8,
    theme: String,
}

fn main() {
    let base = Settings { volume: 5, theme: "dark".to_string() };
    let mut loud = base.clone();
    loud.volume = 11;
    println!("{} {} {}", base.volume, loud.volume, loud.theme);
}

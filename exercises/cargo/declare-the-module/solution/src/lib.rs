pub mod weather;

pub fn report(degrees: i32, wind: u32) -> String {
    format!("feels like {}", weather::feels_like(degrees, wind))
}

#[derive(Debug, Clone, Copy)]
struct Trip {
    stops: Vec<String>,
    km: u32,
}

fn main() {
    let a = Trip { stops: vec!["Bern".to_string()], km: 12 };
    let b = a;
    println!("{a:?} {b:?}");
}

fn main() {
    let hungry = true;
    let bites: i32 = if hungry {
        12
    };
    println!("{bites}");
}

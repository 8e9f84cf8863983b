fn main() {
    let temps = [18, 19, 31, 20];
    temps.iter().for_each(|t| {
        if *t > 30 {
            break;
        }
        println!("{t}");
    });
}

use rand::Rng;

fn main() {
    let n = rand::thread_rng().gen_range(0..5);
    println!("{n}");
}

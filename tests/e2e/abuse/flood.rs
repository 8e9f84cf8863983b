// verdict: output_flood
fn main() {
    for i in 0..2_000_000u64 {
        println!("line {i} of a flood that never seems to end, and yet must end early");
    }
}

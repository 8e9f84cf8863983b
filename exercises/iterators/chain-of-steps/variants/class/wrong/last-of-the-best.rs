pub struct Pupil {
    pub name: &'static str,
    pub marks: Vec<u32>,
}

pub fn best(pupils: &[Pupil]) -> Option<&'static str> {
    pupils
        .iter()
        .filter(|p| !p.marks.is_empty())
        .max_by_key(|p| p.marks.iter().max())
        .map(|p| p.name)
}

pub fn averages(pupils: &[Pupil]) -> Vec<f64> {
    pupils
        .iter()
        .filter(|p| !p.marks.is_empty())
        .map(|p| f64::from(p.marks.iter().sum::<u32>()) / p.marks.len() as f64)
        .collect()
}
